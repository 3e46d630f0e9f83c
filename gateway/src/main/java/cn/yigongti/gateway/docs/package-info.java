/**
 * All services' documents as one catalogue, with a page to browse it that needs nothing
 * from the internet.
 */
@NullMarked
package cn.yigongti.gateway.docs;

import org.jspecify.annotations.NullMarked;
