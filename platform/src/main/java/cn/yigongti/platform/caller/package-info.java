/**
 * Who is asking: identity, organization, permissions and data scope, resolved once a
 * request from its access token, so that every service decides by itself and never trusts
 * the gateway.
 */
@NullMarked
package cn.yigongti.platform.caller;

import org.jspecify.annotations.NullMarked;
