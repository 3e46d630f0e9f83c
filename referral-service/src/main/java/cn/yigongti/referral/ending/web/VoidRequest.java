package cn.yigongti.referral.ending.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

record VoidRequest(@NotBlank @Size(max = 500) String reason) {
}
