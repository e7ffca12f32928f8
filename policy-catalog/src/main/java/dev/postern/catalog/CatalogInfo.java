package dev.postern.catalog;

import java.time.LocalDate;

/**
 * Which catalog it is.
 *
 * @param format the number of the file's format
 * @param source the package whose facts it holds, with its version, such as {@code
 *     iam-data@0.21.202609261}
 * @param dataDate when the facts were collected; what AWS added later is unknown here
 * @param services how many services
 * @param actions how many actions
 * @param resourceTypes how many types of resource
 * @param conditionKeys how many condition keys, counted once for each service that has it
 */
public record CatalogInfo(
    int format,
    String source,
    LocalDate dataDate,
    int services,
    int actions,
    int resourceTypes,
    int conditionKeys) {}
