package cn.yigongti.referral.relation.web;

import jakarta.validation.constraints.NotNull;

/**
 * What can be changed of a relation.
 *
 * @param enabled a relation that is not enabled lets nobody refer, but keeps its place
 */
record RelationState(@NotNull Boolean enabled) {
}
