/** Lets operators rebuild an index and see how it goes. */
@NullMarked
package cn.yigongti.search.web;

import org.jspecify.annotations.NullMarked;
