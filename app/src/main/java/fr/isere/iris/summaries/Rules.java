package fr.isere.iris.summaries;

/**
 * What the model is told for every format, as {@code model-config/prompts/summary-rules.yaml} has it.
 *
 * @param standing before the instruction of the format
 * @param reminder after the material: the last words that the model reads
 */
record Rules(String standing, String reminder) {}
