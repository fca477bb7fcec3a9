/** drill.api. */
@NullMarked
package io.github.hybridnet.drill.api;

import org.jspecify.annotations.NullMarked;
