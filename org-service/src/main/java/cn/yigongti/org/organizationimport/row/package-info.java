/**
 * What the columns of a table of organizations mean, and what a row of it says. A row is
 * read as the draft of an organization, so that it keeps the same rules as one that comes
 * in a request.
 */
@NullMarked
package cn.yigongti.org.organizationimport.row;

import org.jspecify.annotations.NullMarked;
