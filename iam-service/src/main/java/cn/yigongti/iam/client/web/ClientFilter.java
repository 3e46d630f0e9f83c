package cn.yigongti.iam.client.web;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** Which machine clients to list. */
record ClientFilter(@Nullable UUID organizationId) {

}
