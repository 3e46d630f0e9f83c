/**
 * What every service that holds patients needs: the rules of what is said of a patient,
 * and how they are kept: never in plain text at rest, found by keyed hashes, shown
 * masked.
 */
@NullMarked
package cn.yigongti.patient;

import org.jspecify.annotations.NullMarked;
