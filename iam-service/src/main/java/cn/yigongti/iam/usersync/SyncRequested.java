package cn.yigongti.iam.usersync;

import java.util.UUID;

/** A run is to begin, as soon as its record is committed. */
public record SyncRequested(UUID id) {

}
