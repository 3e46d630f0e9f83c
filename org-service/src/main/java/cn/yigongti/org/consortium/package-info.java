/**
 * Medical consortia (医共体): who leads one, who is in it, and since when. The rules that
 * must hold on every single day (one consortium for an organization, one lead for a
 * consortium, the lead a member) are kept by the database itself.
 */
@NullMarked
package cn.yigongti.org.consortium;

import org.jspecify.annotations.NullMarked;
