# A private apt: Debian trixie's packages and sources, fetched into the cache folder without touching the machine's
# own apt sources. The mirror is the one that the machine already uses; the signatures are checked against the
# machine's archive keyring. Works without root. Source it after common.bash.

: "${cache_dir:?source common.bash first}"
readonly private_suite=trixie

# The machine's own Debian mirror, from its sources lists in either format; nothing when it isn't a Debian.
debian_mirror() {
  local lists=(/etc/apt/sources.list /etc/apt/sources.list.d)
  { grep -rhsE '^(URIs:|deb(-src)? )' "${lists[@]}" || true; } |
    { grep -oE '[a-z+]+://[^ ]+/debian/?( |$)' || true; } | awk 'NR == 1 { print $1 }'
}

# private_apt_get ARGUMENTS...: apt-get with the private configuration.
private_apt_get() {
  APT_CONFIG=$cache_dir/apt/apt.conf apt-get -q "$@" </dev/null
}

# Writes the private configuration and fetches the package lists, once a day at most. Fails where there is no
# Debian mirror to be had.
prepare_private_apt() {
  local apt=$cache_dir/apt mirror keyring=/usr/share/keyrings/debian-archive-keyring.gpg
  have apt-get || return 1
  mirror=$(debian_mirror) || return 1
  [[ -n $mirror && -f $keyring ]] || return 1
  mkdir -p "$apt/lists/partial" "$apt/cache/archives/partial"
  printf '%s [signed-by=%s] %s %s main\n' deb "$keyring" "$mirror" "$private_suite" \
    deb-src "$keyring" "$mirror" "$private_suite" >"$apt/sources.list"
  cat >"$apt/apt.conf" <<CONF
Dir::Etc::SourceList "$apt/sources.list";
Dir::Etc::SourceParts "/dev/null";
Dir::Etc::Preferences "/dev/null";
Dir::Etc::PreferencesParts "/dev/null";
Dir::State::Lists "$apt/lists";
Dir::State::Status "$apt/status";
Dir::Cache "$apt/cache";
APT::Sandbox::User "$(id -un)";
Acquire::Languages "none";
Acquire::Retries "3";
CONF
  : >"$apt/status"
  if [[ -z $(find "$apt/updated" -mtime -1 2>/dev/null) ]]; then
    say "reading Debian $private_suite's package lists (private to this project)"
    private_apt_get update >"$apt/update.log" 2>&1 || { cat "$apt/update.log" >&2; return 1; }
    touch "$apt/updated"
  fi
}
