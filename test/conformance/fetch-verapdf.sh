#!/usr/bin/env bash
# Fetches veraPDF (GPL/MPL, a judge for tests only) and what it needs from Maven Central into a folder of its own.
#
#     test/conformance/fetch-verapdf.sh [folder]
set -euo pipefail
folder="${1:-${KANBEN_VERAPDF:-${TMPDIR:-/tmp}/kanben-verapdf}}"
if compgen -G "$folder/greenfield-apps-*.jar" >/dev/null; then exit 0; fi
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cat > "$work/pom.xml" <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>kanben</groupId>
  <artifactId>judges</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>org.verapdf.apps</groupId>
      <artifactId>greenfield-apps</artifactId>
      <version>1.28.2</version>
    </dependency>
  </dependencies>
</project>
POM
mvn -q -B -f "$work/pom.xml" dependency:copy-dependencies -DoutputDirectory="$folder"
