package cn.yigongti.iam.client.web;

import java.util.UUID;

import cn.yigongti.iam.client.KeepCredentials;
import cn.yigongti.platform.caller.Caller;
import cn.yigongti.platform.caller.RequiresPermission;
import cn.yigongti.platform.version.ExpectedVersion;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/clients/{id}")
class CredentialController {

	private final KeepCredentials keepCredentials;

	private final ClientAnswers answers;

	CredentialController(KeepCredentials keepCredentials, ClientAnswers answers) {
		this.keepCredentials = keepCredentials;
		this.answers = answers;
	}

	/**
	 * Gives the client a new secret, shown this once. The old one stays good for the
	 * overlap, 24 hours unless said.
	 */
	@PostMapping("/secret")
	@RequiresPermission("client:write")
	ResponseEntity<ClientResponse> renewSecret(Caller caller, @PathVariable UUID id,
			@RequestBody(required = false) @Nullable SecretRequest request) {
		return this.answers.of(
				this.keepCredentials.renewSecret(caller, id, (request != null) ? request.overlap() : null),
				ResponseEntity.ok());
	}

	/** Ends a secret at once, and the tokens of the client. */
	@DeleteMapping("/secrets/{secretId}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@RequiresPermission("client:write")
	ResponseEntity<Void> endSecret(Caller caller, @PathVariable UUID id, @PathVariable UUID secretId) {
		this.keepCredentials.endSecret(caller, id, secretId);
		return ResponseEntity.noContent().build();
	}

	/**
	 * Lets the client identify itself by private_key_jwt (RFC 7523) with exactly these
	 * keys.
	 */
	@PutMapping("/keys")
	@RequiresPermission("client:write")
	ResponseEntity<ClientResponse> replaceKeys(Caller caller, @PathVariable UUID id, ExpectedVersion expected,
			@Valid @RequestBody KeysRequest request) {
		return this.answers.of(this.keepCredentials.replaceKeys(caller, id,
				(client) -> expected.verify(client.version()), request.parsed()));
	}

	/** Ends all its keys at once, and the tokens of the client. */
	@DeleteMapping("/keys")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@RequiresPermission("client:write")
	ResponseEntity<Void> endKeys(Caller caller, @PathVariable UUID id) {
		this.keepCredentials.endKeys(caller, id);
		return ResponseEntity.noContent().build();
	}

}
