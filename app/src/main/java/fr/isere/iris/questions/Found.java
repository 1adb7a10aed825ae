package fr.isere.iris.questions;

import fr.isere.iris.passages.Passage;

/** A passage of the document with this number. */
record Found(int document, Passage passage) {}
