/** Starts the page: every element is reached from here. */
import './chat/iris-app.js';
