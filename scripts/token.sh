#!/bin/sh
# Prints an access token for somebody in .run/demo.json, to be used as: Authorization: Bearer <token>
# A person signs in on the sign-in page by authorization code and PKCE, as a browser would; a machine by its
# credentials. Needs curl and openssl. Secrets stay out of the command line, where other users could see them.
#
# usage: scripts/token.sh townshipDoctor      (any name under "people" or "clients")

set -eu
cd "$(dirname "$0")/.."

who=${1:?whose token? give a name under people or clients of .run/demo.json}
demo=${DEMO:-.run/demo.json}
work=$(umask 077 && mktemp -d)
trap 'rm -rf "$work"' EXIT

# The value of a member, of the whole file or of the block of that name.
member() {
	if [ $# -eq 2 ]; then sed -n "/\"$2\" *: *{/,/}/p" "$demo"; else cat "$demo"; fi |
		sed -n "s/^ *\"$1\" *: *\"\([^\"]*\)\".*/\1/p" | head -n 1
}
random() { openssl rand -base64 48 | tr -d '\n=' | tr '/+' '_-'; }
location() { tr -d '\r' <"$work/headers" | sed -n 's/^[Ll]ocation: //p' | tail -n 1; }
browse() { curl --silent --show-error --cookie "$work/cookies" --cookie-jar "$work/cookies" --dump-header "$work/headers" "$@"; }
absolute() { case $1 in http*) printf %s "$1" ;; *) printf %s "$gateway$1" ;; esac; }
access_token() { sed -n 's/.*"access_token" *: *"\([^"]*\)".*/\1/p'; }

gateway=$(member gateway)
secret=$(member clientSecret "$who")
if [ -n "$secret" ]; then
	printf 'user = "%s:%s"\n' "$(member clientId "$who")" "$secret" >"$work/credentials"
	curl --silent --show-error --config "$work/credentials" --data grant_type=client_credentials \
		"$gateway/oauth2/token" | access_token
	exit
fi

redirect=$(member redirectUri)
verifier=$(random)
challenge=$(printf %s "$verifier" | openssl dgst -sha256 -binary | openssl base64 -A | tr -d '=' | tr '/+' '_-')
: >"$work/cookies"
member password "$who" | tr -d '\n' >"$work/password"

browse --output "$work/page" --get --data-urlencode "redirect_uri=$redirect" \
	--data "response_type=code&client_id=console&scope=openid&state=$(random)" \
	--data "code_challenge=$challenge&code_challenge_method=S256" "$gateway/oauth2/authorize"
browse --output "$work/page" "$(absolute "$(location)")"
csrf=$(sed -n 's/.*name="_csrf" value="\([^"]*\)".*/\1/p' "$work/page" | head -n 1)
browse --output "$work/page" --data-urlencode "username=$(member loginName "$who")" \
	--data-urlencode "password@$work/password" --data-urlencode "_csrf=$csrf" "$gateway/login"
browse --output "$work/page" "$(absolute "$(location)")"
code=$(location | sed -n 's/.*[?&]code=\([^&]*\).*/\1/p')
[ -n "$code" ] || { echo "$who could not sign in" >&2; exit 1; }
browse --data "grant_type=authorization_code&client_id=console&code=$code&code_verifier=$verifier" \
	--data-urlencode "redirect_uri=$redirect" "$gateway/oauth2/token" | access_token
