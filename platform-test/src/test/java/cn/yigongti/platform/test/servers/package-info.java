@org.jspecify.annotations.NullMarked
package cn.yigongti.platform.test.servers;
