package org.jieti.catalog;

import org.jieti.core.elicitation.Method;
import org.jspecify.annotations.Nullable;

/// How a file of statements or data is to be weighed. What is null is as the file says.
///
/// @param model `name@version`, or a name for its newest version
/// @param weightSet the id of the weight set
/// @param base id or file of the weight set for the groups that nobody weighs
/// @param randomIndex the name of the random-index table
/// @param pooling how several experts become one
public record WeighingRequest(
        Method method,
        @Nullable String model,
        @Nullable String weightSet,
        @Nullable String base,
        @Nullable String randomIndex,
        @Nullable String pooling) {}
