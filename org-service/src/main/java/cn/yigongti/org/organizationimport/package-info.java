/**
 * Organizations brought in by the file: a county hands over the table it has kept so far,
 * and learns of every row what became of it and why. A file is either taken as a whole
 * or, if its sender says so, as far as it is good.
 */
@NullMarked
package cn.yigongti.org.organizationimport;

import org.jspecify.annotations.NullMarked;
