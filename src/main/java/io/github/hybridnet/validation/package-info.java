/** Numbered rules over the model, each a small class with a source, and their findings. */
@NullMarked
package io.github.hybridnet.validation;

import org.jspecify.annotations.NullMarked;
