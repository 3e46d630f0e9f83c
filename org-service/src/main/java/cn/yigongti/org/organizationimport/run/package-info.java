/**
 * Runs what was handed in. A file is checked by registering its organizations, with the
 * same rules as any other, in one transaction, which is committed if the file is to be
 * taken and rolled back otherwise.
 */
@NullMarked
package cn.yigongti.org.organizationimport.run;

import org.jspecify.annotations.NullMarked;
