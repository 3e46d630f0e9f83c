fetch("/v3/api-docs").then(answer => answer.json()).then(({ items }) => SwaggerUIBundle({
	dom_id: "#catalogue",
	urls: items,
	deepLinking: true,
	filter: true,
	validatorUrl: null,
	presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
	plugins: [SwaggerUIBundle.plugins.DownloadUrl],
	layout: "StandaloneLayout"
}));
