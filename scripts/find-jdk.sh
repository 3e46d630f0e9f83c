#!/bin/sh
# Prints the home of a JDK 25, wherever this machine keeps it; where there is none, says so and what to do.
#
# Looked at in this order: JAVA_HOME, the javac on the PATH, then the usual places of Linux packages, SDKMAN, asdf,
# jenv, mise, IntelliJ and macOS. YIGONGTI_JDK_PLACES replaces the usual places (blank-separated patterns).

wanted=25

is_wanted_jdk() {
	[ -x "$1/bin/javac" ] || return 1
	if [ -r "$1/release" ]; then
		grep -q "^JAVA_VERSION=\"$wanted[\".]" "$1/release"
	else
		"$1/bin/javac" -version 2>&1 | grep -Eq "^javac $wanted([.-]|$)"
	fi
}

answer_if_wanted() {
	if is_wanted_jdk "$1"; then
		printf '%s\n' "$1"
		exit 0
	fi
}

home_of_javac_on_path() {
	javac=$(command -v javac) || return 0
	while [ -L "$javac" ]; do
		target=$(readlink "$javac")
		case $target in
			/*) javac=$target ;;
			*) javac=$(dirname "$javac")/$target ;;
		esac
	done
	(cd "$(dirname "$javac")/.." && pwd -P)
}

if [ -n "${JAVA_HOME:-}" ]; then
	answer_if_wanted "$JAVA_HOME"
fi

on_path=$(home_of_javac_on_path)
if [ -n "$on_path" ]; then
	answer_if_wanted "$on_path"
fi

if [ -z "${YIGONGTI_JDK_PLACES:-}" ] && [ -x /usr/libexec/java_home ]; then
	mac=$(/usr/libexec/java_home -v $wanted 2>/dev/null) && answer_if_wanted "$mac"
fi

usual_places="/usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /opt/java/* /opt/jdk* /usr/local/java/* /usr/local/jdk*
	$HOME/.sdkman/candidates/java/* $HOME/.asdf/installs/java/* $HOME/.jenv/versions/* $HOME/.jdks/*
	$HOME/.local/share/mise/installs/java/* /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home
	/Library/Java/JavaVirtualMachines/*/Contents/Home $HOME/Library/Java/JavaVirtualMachines/*/Contents/Home"

# The patterns are meant to expand here.
for place in ${YIGONGTI_JDK_PLACES:-$usual_places}; do
	answer_if_wanted "$place"
done

{
	echo "A JDK $wanted is missing."
	if [ -n "${JAVA_HOME:-}" ]; then
		echo "  JAVA_HOME is $JAVA_HOME, which is not a JDK $wanted."
	fi
	if [ -n "$on_path" ]; then
		echo "  The javac on the PATH belongs to $on_path, which is not a JDK $wanted."
	fi
	echo "  Install one, for example Eclipse Temurin $wanted (https://adoptium.net), or point JAVA_HOME at it."
} >&2
exit 1
