/**
 * Sign-ins under way. Sessions and tokens hang on them, so that each can be ended alone,
 * and all end when their time is over.
 */
@NullMarked
package cn.yigongti.iam.session;

import org.jspecify.annotations.NullMarked;
