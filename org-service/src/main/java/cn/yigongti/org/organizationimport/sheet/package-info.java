/**
 * Tables as people keep them, CSV or XLSX, read and written row by row: whatever the size
 * of a file, a few rows of it are in memory. Knows nothing of organizations.
 */
@NullMarked
package cn.yigongti.org.organizationimport.sheet;

import org.jspecify.annotations.NullMarked;
