package cn.yigongti.consultation.relation.web;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import cn.yigongti.consultation.relation.ConfigureRelations;
import cn.yigongti.consultation.relation.ConsultationRelation;
import cn.yigongti.consultation.relation.MaintainRelations;
import cn.yigongti.consultation.relation.RelationFilter;
import cn.yigongti.consultation.relation.RelationList;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.RequiresPermission;
import cn.yigongti.platform.paging.Page;
import cn.yigongti.platform.paging.Paging;
import cn.yigongti.platform.paging.Sorting;
import cn.yigongti.platform.problem.NotFound;
import cn.yigongti.platform.version.ETags;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/consultation-relations")
@Tag(name = "Consultation relations", description = "远程会诊关系: who may apply to which centre")
class RelationController {

	private static final String READ = "consultation-relation:read";

	private static final String WRITE = "consultation-relation:write";

	private final RelationList list;

	private final MaintainRelations relations;

	private final ConfigureRelations configure;

	RelationController(RelationList list, MaintainRelations relations, ConfigureRelations configure) {
		this.list = list;
		this.relations = relations;
		this.configure = configure;
	}

	@GetMapping
	@RequiresPermission(READ)
	@Operation(summary = "Relations with a side in the caller's scope")
	Page<RelationResponse> list(Caller caller, @ParameterObject RelationFilter filter,
			@Sorting(fields = "createdAt", byDefault = "-createdAt") Paging paging) {
		return this.list.page(filter, caller.scopeOf(READ), paging).map(RelationResponse::of);
	}

	@GetMapping("/{id}")
	@RequiresPermission(READ)
	@Operation(summary = "One relation")
	ResponseEntity<RelationResponse> one(Caller caller, @PathVariable UUID id) {
		ConsultationRelation relation = this.list.find(id, caller.scopeOf(READ)).orElseThrow(() -> notFound(id));
		return ResponseEntity.ok().eTag(ETags.of(relation.version())).body(RelationResponse.of(relation));
	}

	@PostMapping
	@RequiresPermission(WRITE)
	@Operation(summary = "Let an organization apply to a centre",
			description = "One side must be in the caller's scope, the other too or in the same consortium.")
	@ApiResponse(responseCode = "201", description = "Related")
	@ApiResponse(responseCode = "409", description = "relation-exists")
	@ApiResponse(responseCode = "422", description = "invalid")
	ResponseEntity<RelationResponse> add(Caller caller, @Valid @RequestBody RelationRequest request) {
		ConsultationRelation added = this.relations.add(caller, request.applicantId(), request.centerId());
		return ResponseEntity.created(URI.create("/api/v1/consultation-relations/" + added.id()))
			.eTag(ETags.of(added.version()))
			.body(RelationResponse.of(added));
	}

	@DeleteMapping("/{id}")
	@RequiresPermission(WRITE)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Delete a relation; consultations applied for on it go on")
	void delete(Caller caller, @PathVariable UUID id) {
		if (this.relations.delete(caller, List.of(id)).isEmpty()) {
			throw notFound(id);
		}
	}

	@PostMapping("/deletions")
	@RequiresPermission(WRITE)
	@Operation(summary = "Delete up to 500 relations")
	DeletionsResponse deleteMany(Caller caller, @Valid @RequestBody DeletionsRequest request) {
		return DeletionsResponse.of(request.ids(), this.relations.delete(caller, request.ids()));
	}

	@PostMapping("/auto-configurations")
	@RequiresPermission(WRITE)
	@Operation(summary = "One-click configuration (一键配置)",
			description = "Every active member of the consortium may apply to each chosen centre, but for the centre's "
					+ "own organization. Clicking again creates nothing.")
	@ApiResponse(responseCode = "200", description = "Configured, or what would be")
	@ApiResponse(responseCode = "422", description = "invalid: not an active centre of that consortium")
	AutoConfigurationResponse configure(Caller caller, @Valid @RequestBody AutoConfigurationRequest request) {
		return AutoConfigurationResponse
			.of(this.configure.configure(caller, request.consortiumId(), request.centerIds(), request.isDryRun()));
	}

	private static NotFound notFound(UUID id) {
		return new NotFound("consultation relation", id);
	}

}
