/**
 * Consultations as the search index knows them. Of patients it holds what the database
 * holds in plain text, and keyed hashes; neither a name nor a number.
 */
@NullMarked
package cn.yigongti.consultation.search;

import org.jspecify.annotations.NullMarked;
