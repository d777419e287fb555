# Shortcuts for `dotnet run --project Ops -- COMMAND`. Each takes ARGS="…"; `make COMMAND ARGS=--help` says more.
OPS  := dotnet run --project Ops --
WHAT := $(if $(STACK),--stack $(STACK)) $(if $(YES),--yes) $(ARGS)

.DEFAULT_GOAL := help
.PHONY: help package site deploy diff rollback destroy

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

package: ## the functions as Native AOT bootstraps for arm64, zipped, in artifacts/package/
	$(OPS) package $(ARGS)

site: ## the static export, in WebFrontend/out/
	cd WebFrontend && npm ci --ignore-scripts && npm run build

deploy: package site ## STACK=iris [YES=1]: package, show the change set, ask, execute, publish, test
	$(OPS) deploy $(WHAT)

diff: package site ## STACK=iris: what deploy would change
	$(OPS) diff $(if $(STACK),--stack $(STACK)) $(ARGS)

rollback: ## STACK=iris [YES=1]: the previous release
	$(OPS) rollback $(WHAT)

destroy: ## STACK=iris: delete the stack and keep the images; asks twice
	$(OPS) destroy $(WHAT)
