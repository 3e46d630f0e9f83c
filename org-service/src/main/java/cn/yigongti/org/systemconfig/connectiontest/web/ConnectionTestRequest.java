package cn.yigongti.org.systemconfig.connectiontest.web;

import cn.yigongti.platform.outbound.AllowedAddress;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What to test.
 *
 * @param systemApiUrl an address to try before it is set; the one that applies when left
 * out
 */
record ConnectionTestRequest(@Schema(description = "to try before it is set; the one that applies when left out",
		example = "https://his.example.cn/api") @Nullable @AllowedAddress String systemApiUrl) {

}
