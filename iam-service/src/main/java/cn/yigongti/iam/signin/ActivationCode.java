package cn.yigongti.iam.signin;

import java.time.Instant;

/**
 * What an administrator hands over, once, so that its bearer can choose a password.
 */
public record ActivationCode(String loginName, String code, Instant expiresAt) {

}
