package cn.yigongti.org.organization.web;

import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

record LookupRequest(@NotEmpty @Size(max = 500) List<@NotNull UUID> ids) {

}
