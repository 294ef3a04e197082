package org.callboard.customers;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Set;
import java.util.TreeSet;
import org.callboard.access.ApiAccess;
import org.callboard.access.Scope;
import org.callboard.customers.CustomerRequests.BulkTags;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tags of many customers at once. */
@RestController
@RequestMapping("/crm/v2/tenant/{tenant}/tags")
@Tag(name = "BulkTags")
class BulkTagsController {

    private final CustomerTags tags;

    BulkTagsController(CustomerTags tags) {
        this.tags = tags;
    }

    @PutMapping
    @ApiAccess(Scope.CUSTOMERS_WRITE)
    @Operation(operationId = "BulkTags_AddTags", summary = "Add tags to customers")
    void add(@PathVariable long tenant, @RequestBody BulkTags request) {
        tags.addAll(tenant, customers(request), tagTypes(request));
    }

    @DeleteMapping
    @ApiAccess(Scope.CUSTOMERS_WRITE)
    @Operation(operationId = "BulkTags_RemoveTags", summary = "Remove tags of customers")
    void remove(@PathVariable long tenant, @RequestBody BulkTags request) {
        tags.removeAll(tenant, customers(request), tagTypes(request));
    }

    private static Set<Long> customers(BulkTags request) {
        return new TreeSet<>(request.customerIds());
    }

    private static Set<Long> tagTypes(BulkTags request) {
        return new TreeSet<>(request.tagTypeIds());
    }
}
