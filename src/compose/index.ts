export * from './lines/index.js'
export * from './pages/index.js'
