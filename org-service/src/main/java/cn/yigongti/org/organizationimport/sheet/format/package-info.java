/**
 * How tables are written down as CSV and as XLSX.
 */
@NullMarked
package cn.yigongti.org.organizationimport.sheet.format;

import org.jspecify.annotations.NullMarked;
