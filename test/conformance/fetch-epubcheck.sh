#!/usr/bin/env bash
# Fetches EPUBCheck 4.2.6 (BSD) from Maven Central, the judge that shops have not yet replaced, and Rhino, with whose help
# one Java machine judges many books. Judges for tests only.
#
#     test/conformance/fetch-epubcheck.sh [folder]
set -euo pipefail
folder="${1:-$(dirname "$0")/../../node_modules/.judges/epubcheck}"
if compgen -G "$folder/rhino-*.jar" >/dev/null; then exit 0; fi
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cat > "$work/pom.xml" <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>kanben</groupId>
  <artifactId>ebook-judges</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>org.w3c</groupId>
      <artifactId>epubcheck</artifactId>
      <version>4.2.6</version>
    </dependency>
    <dependency>
      <groupId>org.mozilla</groupId>
      <artifactId>rhino</artifactId>
      <version>1.7.15</version>
    </dependency>
  </dependencies>
</project>
POM
mvn -q -B -f "$work/pom.xml" dependency:copy-dependencies -DoutputDirectory="$work/jars"
mkdir -p "$folder"
cp "$work"/jars/*.jar "$folder"
