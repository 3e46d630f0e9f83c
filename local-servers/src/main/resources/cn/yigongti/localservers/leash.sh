# Runs a server for as long as somebody holds the other end of this shell's standard input: see Leash.java.
#
# usage: sh leash.sh <pid file> <signal to stop with> <tenths of a second to wait before killing> <command...>

pid_file=$1
signal=$2
tenths=$3
shift 3

exec 3<&0 </dev/null
"$@" 3<&- &
server=$!
echo $server >"$pid_file"

(
	read -r _ <&3
	kill -"$signal" $server
	while [ "$tenths" -gt 0 ] && kill -0 $server; do
		sleep 0.1
		tenths=$((tenths - 1))
	done
	kill -KILL $server
) 2>/dev/null &
watch=$!
exec 3<&-

wait $server
status=$?
kill $watch
rm -f "$pid_file"
exit $status
