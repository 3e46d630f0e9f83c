/**
 * The pages a person signs in, signs out and activates with, and activation for front
 * ends of their own.
 */
@NullMarked
package cn.yigongti.iam.signin.web;

import org.jspecify.annotations.NullMarked;
