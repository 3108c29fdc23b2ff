export { inSentence } from '../../report/en-article.ts';
