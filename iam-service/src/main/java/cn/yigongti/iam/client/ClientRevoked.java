package cn.yigongti.iam.client;

import java.util.UUID;

/** A client was deleted, or its secret changed: the tokens it still has are to end. */
public record ClientRevoked(UUID clientId) {

}
