package cn.yigongti.iam.client;

import java.util.UUID;

/** A client was deleted or disabled, or a credential of it ended: its tokens end, too. */
public record ClientRevoked(UUID clientId) {

}
