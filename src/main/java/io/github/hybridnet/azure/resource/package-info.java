/** The types of resource: how each is read and written with the SDK's models. */
@NullMarked
package io.github.hybridnet.azure.resource;

import org.jspecify.annotations.NullMarked;
