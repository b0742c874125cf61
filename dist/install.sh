#!/bin/sh
# Installs firstday for one person, without root: into ~/.local/share/firstday, with a link in ~/.local/bin.
#
#   sh install.sh --url URL [--edition native|runtime|plain]
#   sh install.sh --uninstall
#
# URL is the folder that a release's files lie in: https, but for a server on this machine. The archive for this platform is looked up in the release's list of
# checksums, downloaded, and unpacked only if its checksum is right. FIRSTDAY_KEY names a file with the release's public key
# (OpenPGP), got from elsewhere: with it the list's signature must be right, too. An installation that is there is replaced as a whole,
# at the end. Nothing else is touched; firstday's own files (~/.local/state/firstday) stay, also after --uninstall.
# FIRSTDAY_PREFIX is another place than ~/.local. Exit codes: 2 bad input, 4 failed; then nothing has changed.

set -u

url=
edition=native
uninstall=

say() { printf 'firstday: %s\n' "$1" >&2; }

die() {
  say "$2"
  exit "$1"
}

usage() { die 2 "usage: install.sh --url URL [--edition native|runtime|plain] | --uninstall"; }

while [ $# -gt 0 ]; do
  case $1 in
    --url) [ $# -ge 2 ] || usage; url=${2%/}; shift ;;
    --edition) [ $# -ge 2 ] || usage; edition=$2; shift ;;
    --uninstall) uninstall=yes ;;
    *) usage ;;
  esac
  shift
done
case $edition in native | runtime | plain) ;; *) usage ;; esac

prefix=${FIRSTDAY_PREFIX:-${HOME:?}/.local}
share=$prefix/share/firstday
link=$prefix/bin/firstday

# Only what this script has made is ours to replace or to remove.
ours() { [ -L "$link" ] && [ "$(readlink "$link")" = "$share/bin/firstday" ]; }

if [ -n "$uninstall" ]; then
  if ! ours && ! [ -f "$share/.installed" ]; then die 4 "nothing to remove: $share was not made by install.sh"; fi
  if ours; then rm -f "$link" || die 4 "can't remove $link"; fi
  if [ -f "$share/.installed" ]; then rm -rf "$share" || die 4 "can't remove $share"; fi
  say "removed $link and $share"
  exit 0
fi

[ -n "$url" ] || usage

# Plain http shows everybody on the way what to replace; a server on this machine is a test's.
case $url in
  https://?*) schemes='=https' ;;
  http://127.0.0.1:* | http://localhost:*) schemes='=http' ;;
  *) die 2 "$url: expected an address that begins with https://" ;;
esac
key=${FIRSTDAY_KEY:-}
if [ -n "$key" ]; then
  [ -f "$key" ] || die 2 "FIRSTDAY_KEY=$key: expected a file with an OpenPGP public key"
  command -v gpg >/dev/null || die 4 "needs gpg to verify the signature that FIRSTDAY_KEY asks for"
fi

# --- What fits here ---

case $(uname -s) in
  Linux) os=linux ;;
  Darwin) os=macos ;;
  *) os=$(uname -s) ;;
esac
case $(uname -m) in
  x86_64 | amd64) machine=x86_64 ;;
  aarch64 | arm64) machine=aarch64 ;;
  *) machine=$(uname -m) ;;
esac
case $edition in
  plain) like='firstday-[0-9].*\.tar\.gz' fits='any platform' ;;
  *) like="firstday-$edition-.*-$os-$machine\.tar\.gz" fits=$os-$machine ;;
esac

if command -v curl >/dev/null; then
  fetch() {
    curl --proto "$schemes" --proto-redir "$schemes" --tlsv1.2 --fail --silent --show-error --location --max-redirs 5 \
      --retry 2 --connect-timeout 20 --output "$2" "$1"
  }
elif command -v wget >/dev/null; then
  # Wget keeps to https on redirects only where it knows how to.
  only=
  if [ "$schemes" = '=https' ]; then
    wget --help 2>&1 | grep -q -e --https-only || die 4 "needs curl, or a wget that knows --https-only"
    only=--https-only
  fi
  fetch() { wget $only --quiet --tries=3 --timeout=20 --output-document="$2" "$1"; }
else
  die 4 "needs curl or wget to download"
fi
if command -v sha256sum >/dev/null; then
  sum() { sha256sum "$1"; }
elif command -v shasum >/dev/null; then
  sum() { shasum -a 256 "$1"; }
else
  die 4 "needs sha256sum or shasum to verify what it downloads"
fi

if { [ -e "$share" ] || [ -L "$share" ]; } && ! [ -f "$share/.installed" ]; then
  die 4 "$share is there and was not made by install.sh; move it away first"
fi
if { [ -e "$link" ] || [ -L "$link" ]; } && ! ours; then
  die 4 "$link is there and was not made by install.sh; move it away first"
fi

# --- Download, verify, unpack; all beside the place where it will lie ---

mkdir -p "$prefix/share" "$prefix/bin" 2>/dev/null || die 4 "can't write to $prefix"
work=$(mktemp -d "$prefix/share/.firstday.XXXXXX" 2>/dev/null) || die 4 "can't write to $prefix"
trap 'rm -rf "$work"' EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

fetch "$url/checksums_sha256.txt" "$work/checksums" || die 4 "can't download $url/checksums_sha256.txt"
if [ -n "$key" ]; then
  fetch "$url/checksums_sha256.txt.asc" "$work/checksums.asc" || die 4 "can't download $url/checksums_sha256.txt.asc"
  mkdir -m 700 "$work/gpg" || die 4 "can't write to $prefix"
  gpg --homedir "$work/gpg" --batch --quiet --import "$key" 2>/dev/null || die 2 "FIRSTDAY_KEY=$key is no OpenPGP public key"
  gpg --homedir "$work/gpg" --batch --quiet --verify "$work/checksums.asc" "$work/checksums" 2>/dev/null ||
    die 4 "the signature of $url/checksums_sha256.txt is not that of $key; nothing was installed"
  say "the signature is right"
fi
line=$(grep "^[0-9a-f]\{64\} [ *]*$like\$" "$work/checksums" | head -n 1)
[ -n "$line" ] || die 4 "$url has no $edition edition for $fits; try --edition plain, which needs Java 21"
expected=${line%% *}
archive=${line##*[ *]}

say "downloading $archive"
fetch "$url/$archive" "$work/archive" || die 4 "can't download $url/$archive"
actual=$(sum "$work/archive")
actual=${actual%% *}
[ "$actual" = "$expected" ] || die 4 "$archive has the checksum $actual instead of $expected; nothing was installed"

mkdir "$work/new" || die 4 "can't write to $prefix"
tar -xzf "$work/archive" -C "$work/new" || die 4 "can't unpack $archive"
for tree in "$work/new"/*; do :; done
[ -x "$tree/bin/firstday" ] || die 4 "$archive has no bin/firstday"
version=$("$tree/bin/firstday" --version) || die 4 "what was downloaded does not run; nothing was installed"
: >"$tree/.installed"

# --- Put it in place ---

if [ -d "$share" ]; then mv "$share" "$work/old" || die 4 "can't replace $share"; fi
if ! mv "$tree" "$share" || ! ln -sf "$share/bin/firstday" "$link"; then
  rm -rf "$share"
  if [ -d "$work/old" ]; then mv "$work/old" "$share"; fi
  die 4 "can't write to $prefix"
fi
say "installed $version as $link"
case ":${PATH:-}:" in
  *":$prefix/bin:"*) ;;
  *) say "$prefix/bin is not on the PATH; add it in your shell's profile" ;;
esac
