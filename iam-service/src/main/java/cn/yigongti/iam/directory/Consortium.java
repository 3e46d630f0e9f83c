package cn.yigongti.iam.directory;

import java.util.UUID;

/** What we need to know of a consortium. */
public record Consortium(UUID id, String name, String regionCode) {

}
