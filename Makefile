# Shortcuts for `dotnet run --project Tools/Ops -- COMMAND`. Each takes ARGS="…"; `make COMMAND ARGS=--help` says more.
OPS  := dotnet run --project Tools/Ops --
WHAT := $(if $(STACK),--stack $(STACK)) $(if $(YES),--yes) $(ARGS)

.DEFAULT_GOAL := help
.PHONY: help package site deploy diff rollback destroy seed redrive reprocess reindex sweep retry delete restore clean-data screenshots

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

package: ## the functions as Native AOT bootstraps for arm64, zipped, in artifacts/package/
	$(OPS) package $(ARGS)

site: ## the static export, in WebFrontend/out/
	$(OPS) site $(ARGS)

deploy: package site ## STACK=iris [YES=1]: package, show the change set, ask, execute, publish, test
	$(OPS) deploy $(WHAT)

diff: package site ## STACK=iris: what deploy would change
	$(OPS) diff $(if $(STACK),--stack $(STACK)) $(ARGS)

rollback: ## STACK=iris [YES=1]: the previous release
	$(OPS) rollback $(WHAT)

destroy: ## STACK=iris: delete the stack and keep the images; asks twice
	$(OPS) destroy $(WHAT)

# Data: of this machine, or with STACK=iris of a stack. ARGS=--dry-run says what each would do.
LOOK := $(if $(STACK),--stack $(STACK)) $(ARGS)

seed: ## [STACK=iris]: twenty pictures for an empty gallery
	$(OPS) seed $(LOOK)

redrive: ## [STACK=iris]: send the failed events again
	$(OPS) redrive $(LOOK)

reprocess: ## SINCE=24h [STACK=iris] [YES=1]: process images again, failed ones unless ARGS="--status ready"
	$(OPS) reprocess $(if $(SINCE),--since $(SINCE)) $(WHAT)

reindex: ## [STACK=iris]: work indexes and counters out from the images again
	$(OPS) reindex $(LOOK)

sweep: ## [STACK=iris] [YES=1]: remove what belongs to no image, and what expired
	$(OPS) sweep $(WHAT)

retry: ## ID=… [STACK=iris]: process one failed image again
	$(OPS) retry $(ID) $(LOOK)

delete: ## ID=… [STACK=iris] [YES=1]: delete one image, whoever uploaded it
	$(OPS) delete $(ID) $(WHAT)

restore: ## ID=… STACK=iris: bring one deleted image back, within 30 days
	$(OPS) restore $(ID) $(LOOK)

clean-data: ## [STACK=iris] [YES=1]: delete every image; asks, twice on a stack
	$(OPS) clean-data $(WHAT)

screenshots: ## the two pictures of the site in the README, as the browser's tests see it
	dotnet test --project Tests/EndToEnd --filter-class '*GalleryAccessibilityTests' --filter-class '*OtherPagesAccessibilityTests'
	cd WebFrontend && node screenshots.mjs
