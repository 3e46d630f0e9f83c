/**
 * Tells the third-party consultation system of an applicant what was submitted. What is
 * to be told stands in the database with the submission, and is told afterwards, again
 * and again until the other side has confirmed it: the applicant never waits for it, and
 * nothing is lost or sent twice unmarked.
 */
@NullMarked
package cn.yigongti.consultation.delivery;

import org.jspecify.annotations.NullMarked;
