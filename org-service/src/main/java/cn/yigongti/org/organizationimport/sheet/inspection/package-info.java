/**
 * What a file is by its content, and whether it is safe to read. Readers of workbooks
 * trust what they read: a cell that says it stands in column two billion fills the
 * memory, a few bytes can unpack to gigabytes. So everything is looked at here before,
 * with the zip and XML readers that the workbook's reader uses itself, lest the two
 * disagree about what is in the file.
 */
@NullMarked
package cn.yigongti.org.organizationimport.sheet.inspection;

import org.jspecify.annotations.NullMarked;
