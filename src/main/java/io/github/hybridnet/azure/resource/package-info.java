/**
 * How each type of resource is read, written and removed. It implements the interfaces of {@code
 * engine} and {@code drill.api}.
 *
 * <p>Not here: what is written ({@code plan}), and sending requests ({@code azure.http}).
 *
 * <p>Read first: {@link AzureCloudClient}.
 */
@NullMarked
package io.github.hybridnet.azure.resource;

import org.jspecify.annotations.NullMarked;
