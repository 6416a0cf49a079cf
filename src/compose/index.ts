export * from './pages/index.js'
