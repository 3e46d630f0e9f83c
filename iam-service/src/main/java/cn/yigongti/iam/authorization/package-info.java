/**
 * The OAuth 2.1 and OpenID Connect server: which clients there are, what tokens say, the
 * keys that sign them, and what a stolen refresh token sets off.
 */
@NullMarked
package cn.yigongti.iam.authorization;

import org.jspecify.annotations.NullMarked;
