package cn.yigongti.iam.client.web;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import cn.yigongti.iam.client.ClientFilter;
import cn.yigongti.iam.client.IssuedClient;
import cn.yigongti.iam.client.KeepClients;
import cn.yigongti.iam.client.MachineClients;
import cn.yigongti.iam.grant.Assignment;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.RequiresPermission;
import cn.yigongti.platform.paging.Page;
import cn.yigongti.platform.paging.Paging;
import cn.yigongti.platform.paging.Sorting;
import cn.yigongti.platform.version.ExpectedVersion;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/clients")
class ClientController {

	private final MachineClients clients;

	private final KeepClients keepClients;

	private final ClientAnswers answers;

	ClientController(MachineClients clients, KeepClients keepClients, ClientAnswers answers) {
		this.clients = clients;
		this.keepClients = keepClients;
		this.answers = answers;
	}

	@GetMapping
	@RequiresPermission("client:read")
	Page<ClientResponse> list(Caller caller, @ParameterObject ClientFilter filter,
			@Sorting(fields = "createdAt", byDefault = "-createdAt") Paging paging) {
		return this.answers.of(this.clients.page(filter, caller.scopeOf("client:read"), paging));
	}

	@GetMapping("/{id}")
	@RequiresPermission("client:read")
	ResponseEntity<ClientResponse> read(Caller caller, @PathVariable UUID id) {
		return this.answers.of(this.clients.get(id, caller.scopeOf("client:read")));
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	@RequiresPermission("client:write")
	ResponseEntity<ClientResponse> register(Caller caller, @Valid @RequestBody ClientRequest request) {
		IssuedClient issued = this.keepClients.register(caller, request.settings(), request.organizationId(),
				request.grants());
		return this.answers.of(issued, ResponseEntity.created(URI.create("/api/v1/clients/" + issued.client().id())));
	}

	/** Renames it, changes its quota, disables it or enables it again. */
	@PutMapping("/{id}")
	@RequiresPermission("client:write")
	ResponseEntity<ClientResponse> change(Caller caller, @PathVariable UUID id, ExpectedVersion expected,
			@Valid @RequestBody ClientChangeRequest request) {
		return this.answers
			.of(this.keepClients.change(caller, id, (client) -> expected.verify(client.version()), request.settings()));
	}

	/** Gives the client exactly these roles. */
	@PutMapping("/{id}/grants")
	@RequiresPermission("client:write")
	ResponseEntity<ClientResponse> grant(Caller caller, @PathVariable UUID id, ExpectedVersion expected,
			@RequestBody @NotEmpty @Size(max = 20) List<@NotNull @Valid Assignment> assignments) {
		return this.answers
			.of(this.keepClients.replaceGrants(caller, id, (client) -> expected.verify(client.version()), assignments));
	}

	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@RequiresPermission("client:write")
	ResponseEntity<Void> delete(Caller caller, @PathVariable UUID id) {
		this.keepClients.delete(caller, id);
		return ResponseEntity.noContent().build();
	}

}
