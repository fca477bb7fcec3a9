/** The only package that knows the Azure SDK. */
@NullMarked
package io.github.hybridnet.azure;

import org.jspecify.annotations.NullMarked;
