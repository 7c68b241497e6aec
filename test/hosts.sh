#!/usr/bin/env bash
# Spreads one table over three hosts with GNU parallel, and compares the bytes with those of one process: with all hosts
# up, with a host that dies in the middle, and with a run that is interrupted and resumed. The hosts are network
# namespaces of this machine, each with an address and an sshd of its own.
#
#   sudo test/hosts.sh [ROWS]
#
# It needs root, Debian's iproute2, openssh-server and parallel, and a built program. It removes what it made.
set -euo pipefail

rows=${1:-1000000}
program="node $(cd "$(dirname "$0")/.." && pwd)/bin/loss-calc.js"
hosts=(loss-calc-1 loss-calc-2 loss-calc-3)
folder=$(mktemp -d)
sshd=$(command -v sshd || echo /usr/sbin/sshd)

stop() { # HOST: its network goes first, as if the plug were pulled
  ip link delete "$1" 2>/dev/null || true
  ip netns pids "$1" 2>/dev/null | xargs -r kill -9 2>/dev/null || true
  ip netns delete "$1" 2>/dev/null || true
}
clean() {
  for host in "${hosts[@]}"; do stop "$host"; done
  ip link delete loss-calc-br 2>/dev/null || true
  rm -rf "$folder"
}
trap clean EXIT

start() { # HOST ADDRESS
  ip netns add "$1"
  ip link add "$1" type veth peer name eth0 netns "$1"
  ip link set "$1" master loss-calc-br up
  ip -n "$1" address add "$2/24" dev eth0
  ip -n "$1" link set eth0 up
  ip -n "$1" link set lo up
  ip netns exec "$1" "$sshd" -f "$folder/sshd_config" -o "PidFile=$folder/$1.pid"
}

ip link add loss-calc-br type bridge
ip link set loss-calc-br up
ip address add 10.213.0.1/24 dev loss-calc-br
ssh-keygen -q -t ed25519 -N '' -f "$folder/host_key"
ssh-keygen -q -t ed25519 -N '' -f "$folder/key"
cp "$folder/key.pub" "$folder/authorized_keys"
mkdir -p /run/sshd
cat > "$folder/sshd_config" << CONFIG
HostKey $folder/host_key
AuthorizedKeysFile $folder/authorized_keys
PermitRootLogin prohibit-password
StrictModes no
UsePAM no
MaxStartups 100
CONFIG
{
  for at in 1 2 3; do printf 'Host %s\n  HostName 10.213.0.%s\n' "${hosts[at - 1]}" "$((at + 1))"; done
  cat << CONFIG
Host *
  User root
  IdentityFile $folder/key
  StrictHostKeyChecking no
  UserKnownHostsFile /dev/null
  LogLevel ERROR
  ConnectTimeout 3
  ServerAliveInterval 2
  ServerAliveCountMax 2
CONFIG
} > "$folder/ssh_config"

awk -v rows="$rows" 'BEGIN {
  print "name,killed_low,killed_high,ratio,force"
  for (n = 1; n <= rows; n++) printf "unit %d,%d,%d,%s,%d\n", n, n % 9000, n % 9000 + n % 777, 2 + n % 5 / 2, 20000 + n % 50000
}' > "$folder/huge.csv"

# Each part is a file with the header, so that a job can be repeated: a block of a pipe is gone with the host that had it.
mkdir "$folder/parts"
TABLE="$folder/huge.csv" PARTS="$folder/parts" split -l 25000 --filter '{ [ "$FILE" = part.aaa ] || head -1 "$TABLE"; cat; } > "$PARTS/$FILE.csv"' -a 3 \
  "$folder/huge.csv" part.

spread() { # OPTIONS...: every part on one of the hosts, and then the results in their order
  (cd "$folder/parts" && parallel --will-cite --ssh "ssh -F $folder/ssh_config" --retries 5 \
    --sshlogin "2/${hosts[0]},2/${hosts[1]},2/${hosts[2]}" --transferfile {} --return {.}.out --cleanup "$@" \
    "$program batch {} --no-header -o {.}.out --overwrite" ::: ./*.csv) || return
  $program batch --header-only "$folder/huge.csv"
  cat "$folder"/parts/*.out
}
failed=0
compare() { # NAME CKSUM
  if [ "$2" = "$expected" ]; then echo "ok      $1"; else echo "differs $1: $2, expected $expected"; failed=1; fi
}

for at in 1 2 3; do start "${hosts[at - 1]}" "10.213.0.$((at + 1))"; done
expected=$($program batch "$folder/huge.csv" | cksum)
compare "three hosts" "$(spread | cksum)"

(sleep 2 && stop "${hosts[1]}") &
rm "$folder"/parts/*.out
compare "three hosts, one of which dies in the middle" "$(spread --joblog "$folder/died" | cksum)"
wait
awk 'NR > 1 { jobs[$2]++ } END { for (host in jobs) print "        " jobs[host], "jobs by", host }' "$folder/died" | sort

rm "$folder"/parts/*.out
start "${hosts[1]}" 10.213.0.3
(until [ "$(cat "$folder/log" 2>/dev/null | wc -l)" -gt 8 ]; do sleep 0.1; done; pkill -INT -f "joblog $folder/log") &
spread --joblog "$folder/log" > /dev/null 2>&1 || true
wait
done=$(($(wc -l < "$folder/log") - 1))
compare "a run that was interrupted after $done parts, and resumed" "$(spread --joblog "$folder/log" --resume-failed | cksum)"
exit "$failed"
