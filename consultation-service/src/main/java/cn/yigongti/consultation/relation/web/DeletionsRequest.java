package cn.yigongti.consultation.relation.web;

import java.util.Set;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

record DeletionsRequest(@NotNull @Size(min = 1, max = 500) Set<@NotNull UUID> ids) {
}
